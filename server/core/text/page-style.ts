/**
 * What all pages look like. They take the editor's colours when they are shown in the editor, follow the system elsewhere,
 * and are always light on paper. No font, image or script comes from outside.
 */
export const pageStyle = `
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
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.7rem 1.5rem;margin:1.2rem 0}
dl div{min-width:0}dt{color:var(--soft);font-size:.85em}dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem}
caption.repeated{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}
thead th{background:var(--shade);font-weight:600}tbody th{font-weight:600}
code{font:.85em/1.4 ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
@media (max-width:40rem){main{padding:1rem}}
@media print{
:root,body,body.vscode-dark{color-scheme:light;--paper:#fff;--ink:#111;--soft:#444;--line:#bbb;--shade:#f3f5f8;--accent:#111;--provided:#1c7c54;--toReview:#a86a00;--incomplete:#b8322a;--toProvide:#76808f}
body{font-size:10px;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}
h1{font-size:18px}h2{font-size:13px;margin:1.2rem 0 .5rem}h2,h3,caption{break-after:avoid}tr,dl div{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}a{text-decoration:none}}
`;
