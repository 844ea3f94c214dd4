/** Nothing of it names another file: the document's own policy would not load it. */
export const STYLE = `
:root{
  color-scheme:light dark;--ground:#fff;--card:#f8fafd;--line:#d5dce8;--text:#1f1f1f;
  --faint:#555a61;--link:#0b57d0;--code:#eef2f8;--good:#146c2e;--critical:#8c1d18;
  --critical-ground:#fbd9d6;--high:#a1241b;--high-ground:#fce8e6;--medium:#7d3f00;
  --medium-ground:#ffeed9;--low:#5f4a00;--low-ground:#fdf3c7;--info:#1a56a8;--info-ground:#e3edfd
}
@media (prefers-color-scheme:dark){
  :root{
    --ground:#1f1f1f;--card:#282828;--line:#4a4a4a;--text:#e3e3e3;--faint:#b4b9bf;--link:#a8c7fa;
    --code:#303134;--good:#8fdc9f;--critical:#ffdad6;--critical-ground:#8c1d18;--high:#ffb4ab;
    --high-ground:#5a2320;--medium:#ffb870;--medium-ground:#4d3415;--low:#ecd06f;
    --low-ground:#433a14;--info:#a8c7fa;--info-ground:#24344f
  }
}
*{box-sizing:border-box}
body{
  margin:0;background:var(--ground);color:var(--text);
  font:15px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans KR",sans-serif;
  overflow-wrap:break-word
}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px}
header{padding-top:28px}
h1{font-size:24px;line-height:1.3;margin:0 0 4px}
h2{font-size:19px;margin:36px 0 10px;padding-bottom:4px;border-bottom:1px solid var(--line)}
h3{font-size:16px;margin:20px 0 6px}
h4{font-size:13px;margin:12px 0 2px;color:var(--faint)}
p{margin:6px 0}
ul,ol{margin:6px 0;padding-left:22px}
a{color:var(--link)}
code,.mono{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
p code,li code{background:var(--code);padding:1px 4px;border-radius:3px}
pre{background:var(--code);padding:8px 12px;margin:6px 0;border-radius:6px;white-space:pre-wrap}
.faint{color:var(--faint)}
.verdict{display:flex;gap:16px;align-items:flex-start}
.verdict p{margin-top:0}
.grade{
  flex:none;min-width:58px;padding:8px 10px;border:2px solid currentColor;border-radius:10px;
  font-size:26px;font-weight:700;line-height:1;text-align:center
}
.good li::marker{content:"+ ";color:var(--good);font-weight:700}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--line)}
th{font-weight:600}
thead th{color:var(--faint)}
td{min-width:9em;overflow-wrap:anywhere}
th[scope=row]{min-width:8em}
th{word-break:keep-all}
.picture{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
.picture img{display:block;max-width:none}
details{margin:8px 0}
summary{cursor:pointer;color:var(--link)}
.finding{
  margin:14px 0;padding:12px 16px;background:var(--card);border:1px solid var(--line);
  border-left:4px solid var(--edge);border-radius:6px;break-inside:avoid-page
}
.finding h3{margin:0 0 4px}
.finding.critical{--edge:var(--critical)}
.finding.high{--edge:var(--high)}
.finding.medium{--edge:var(--medium)}
.finding.low{--edge:var(--low)}
.finding.info{--edge:var(--info)}
.finding.aside{--edge:var(--line)}
.severity{
  display:inline-block;margin-right:8px;padding:0 8px;border-radius:9px;font-size:12px;
  font-weight:600;line-height:18px;vertical-align:2px
}
.severity.critical{color:var(--critical);background:var(--critical-ground)}
.severity.high{color:var(--high);background:var(--high-ground)}
.severity.medium{color:var(--medium);background:var(--medium-ground)}
.severity.low{color:var(--low);background:var(--low-ground)}
.severity.info{color:var(--info);background:var(--info-ground)}
.notice{padding:8px 16px;background:var(--medium-ground);color:var(--medium);border-radius:6px}
.notice h2{margin:0;border:0;font-size:15px}
footer{margin-top:40px;padding-bottom:40px;color:var(--faint);font-size:13px}
@media print{
  :root{
    color-scheme:light;--ground:#fff;--card:#fff;--line:#bbb;--text:#000;--faint:#444;--link:#000;
    --code:#f2f2f2;--good:#146c2e;--critical:#8c1d18;--critical-ground:#fff;--high:#a1241b;
    --high-ground:#fff;--medium:#7d3f00;--medium-ground:#fff;--low:#5f4a00;--low-ground:#fff;
    --info:#1a56a8;--info-ground:#fff
  }
  body{font-size:11pt}
  main,header,footer{max-width:none;padding:0}
  h2,h3,h4{break-after:avoid}
  tr,img{break-inside:avoid}
  .picture{overflow:visible;border:0}
  .picture img{max-width:100%;height:auto}
  .table{overflow:visible}
  table{font-size:9pt}
  td,th[scope=row]{min-width:0}
  th{overflow-wrap:anywhere}
  code,pre{overflow-wrap:anywhere}
  .severity{border:1px solid currentColor}
  a{text-decoration:none}
}
`;
