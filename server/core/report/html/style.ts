/** What the report has beyond what all pages share. */
export const style = `
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.8rem 0 1.4rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.8rem;padding:0;margin:1rem 0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;background:var(--shade)}
.tiles strong{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}figcaption{color:var(--soft);margin-top:.4rem}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.id{font-weight:600;white-space:nowrap}.path{overflow-wrap:anywhere}.status,.status code{white-space:nowrap}.status.long{white-space:normal}
.note{display:block;margin-top:.3rem;padding:.2rem .5rem;border-left:3px solid var(--toReview);background:var(--shade)}
.mark{width:1em;height:1em;vertical-align:-.12em;margin-right:.35em;flex:none}
.provided{color:var(--provided)}.toReview{color:var(--toReview)}.incomplete{color:var(--incomplete)}.toProvide{color:var(--toProvide)}
.covered,.requiredWithoutProof,.unknown,.notApplicable,.nothingExpected{color:var(--soft)}
.bar{display:block;width:100%;min-width:7rem;height:14px;border-radius:3px}.bar.large{height:30px;border-radius:4px}
.swatch{float:right;width:1.6rem;height:1rem;border-radius:3px}.frame{fill:none;stroke:var(--line)}.f-provided{fill:var(--provided)}.f-toReview{fill:url(#p-toReview)}.f-incomplete{fill:url(#p-incomplete)}.f-toProvide{fill:url(#p-toProvide)}
.defs{position:absolute;width:0;height:0}
.defs .ink-toReview{fill:var(--toReview)}.defs .ink-incomplete{fill:var(--incomplete)}.defs .ink-toProvide{fill:var(--toProvide)}.defs .paper{fill:var(--paper)}
.timeline{display:block;width:100%;min-width:56rem;margin:.6rem 0 0}.timeline text,.t-key text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;fill:var(--ink)}
.timeline .t-soft,.timeline .t-unknown,.timeline .t-notNeeded,.timeline .t-onTime{fill:var(--soft)}.timeline text.t-soft,.timeline tspan.t-soft{font-size:11px}
.timeline .t-done{fill:var(--provided)}.timeline .t-closed,.timeline .t-late{fill:var(--incomplete)}.timeline .t-tight{fill:var(--toReview)}
.timeline .t-critical{font-weight:700}.t-band{fill:var(--shade)}.t-grid{stroke:var(--line);stroke-width:1}
.t-done{fill:var(--provided)}.t-ahead{fill:var(--accent)}.t-left{fill:url(#p-toProvide);stroke:var(--toProvide)}.t-missing{fill:url(#p-incomplete);stroke:var(--incomplete)}
.t-open{fill:none;stroke:var(--accent);stroke-width:2}.t-end{fill:none;stroke:var(--ink);stroke-width:1.5}.t-strong{stroke-width:2.5}
.t-flag{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 3}.t-order{fill:var(--toReview)}.t-past{opacity:.45}.timeline .t-letter,.t-key .t-letter{font-weight:700}
.t-today{stroke:var(--toReview);stroke-width:2}.timeline .t-now{fill:var(--toReview);font-weight:700;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.t-legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.4rem 0 1.2rem;color:var(--soft)}.t-key{width:28px;height:14px;vertical-align:-.15em;margin-right:.4em}
.step{min-width:19rem}.aside{font-weight:400}.critical{border:1px solid currentColor;border-radius:3px;padding:0 .3em;font-size:.85em;white-space:nowrap}
@page{size:A4 landscape;margin:12mm}
@media print{
nav{display:none}.lead{font-size:11px}.tiles strong{font-size:16px}th,td{padding:.15rem .35rem;line-height:1.35}.scroll{padding-right:1px}
#parcours{break-before:page}figure,.timeline,.tiles li{break-inside:avoid}}
`;
