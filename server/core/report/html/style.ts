/**
 * The page's style. It takes the editor's colours when it is shown in the editor, follows the system elsewhere, and is
 * always light on paper. No font, image or script comes from outside.
 */
export const style = `
:root{color-scheme:light;
--paper:var(--vscode-editor-background,#fff);--ink:var(--vscode-foreground,#1d2430);--soft:var(--vscode-descriptionForeground,#5a6577);
--line:var(--vscode-panel-border,#d7dce3);--shade:var(--vscode-editorWidget-background,#f5f7fa);--accent:var(--vscode-textLink-foreground,#1f5fa8);
--provided:#1c7c54;--toReview:#a86a00;--incomplete:#b8322a;--toProvide:#76808f;--none:#9aa3af}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;
--paper:var(--vscode-editor-background,#15181d);--ink:var(--vscode-foreground,#e3e7ed);--soft:var(--vscode-descriptionForeground,#a3adba);
--line:var(--vscode-panel-border,#343b46);--shade:var(--vscode-editorWidget-background,#1d2128);--accent:var(--vscode-textLink-foreground,#7db4f0);
--provided:#4fbf8b;--toReview:#e0a63c;--incomplete:#ef7d73;--toProvide:#93a0b2;--none:#7a8594}}
body.vscode-dark,body.vscode-high-contrast{--provided:#4fbf8b;--toReview:#e0a63c;--incomplete:#ef7d73;--toProvide:#93a0b2;--none:#7a8594}
body.vscode-light,body.vscode-high-contrast-light{--provided:#1c7c54;--toReview:#a86a00;--incomplete:#b8322a;--toProvide:#76808f;--none:#9aa3af}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
main{max-width:76rem;margin:0 auto;padding:2rem 1.5rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2.6rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
h3{font-size:1rem;margin:1.6rem 0 .5rem}p{margin:.4rem 0}a{color:var(--accent)}
.soft{color:var(--soft)}.lead{font-size:1.05rem;margin:0 0 1rem}
.notice{border-left:4px solid var(--toReview);background:var(--shade);padding:.5rem .8rem;margin:1rem 0}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.8rem 0 1.4rem}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.7rem 1.5rem;margin:1.2rem 0}
dl div{min-width:0}dt{color:var(--soft);font-size:.85em}dd{margin:0;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.8rem;padding:0;margin:1rem 0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;background:var(--shade)}
.tiles strong{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}figcaption{color:var(--soft);margin-top:.4rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem}
caption.repeated{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}
thead th{background:var(--shade);font-weight:600}tbody th{font-weight:600}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.id{font-weight:600;white-space:nowrap}.path{overflow-wrap:anywhere}.status,.status code{white-space:nowrap}.status.long{white-space:normal}
code{font:.85em/1.4 ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
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
@media (max-width:40rem){main{padding:1rem}}
@page{size:A4 landscape;margin:12mm}
@media print{
:root,body,body.vscode-dark{color-scheme:light;--paper:#fff;--ink:#111;--soft:#444;--line:#bbb;--shade:#f3f5f8;--accent:#111;--provided:#1c7c54;--toReview:#a86a00;--incomplete:#b8322a;--toProvide:#76808f}
body{font-size:10px;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}nav{display:none}
h1{font-size:18px}h2{font-size:13px;margin:1.2rem 0 .5rem}.lead{font-size:11px}.tiles strong{font-size:16px}th,td{padding:.15rem .35rem;line-height:1.35}.scroll{padding-right:1px}
#parcours{break-before:page}h2,h3,caption{break-after:avoid}tr,figure,.timeline,.tiles li,dl div{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}a{text-decoration:none}}
`;
