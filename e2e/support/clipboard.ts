/** What programs put on the clipboard as text/html, shortened in its length and in nothing else. */

export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Users/paola/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=IT style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->
<h1><span lang=EN-GB style='mso-ansi-language:EN-GB'>The first weeks<o:p></o:p></span></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-GB style='font-size:12.0pt;color:#C00000'>Twelve nodes</span></b><span lang=EN-GB> were open by<span style='mso-spacerun:yes'>  </span><i style='mso-bidi-font-style:normal'>18 May</i>, says the <a href="https://www.comune.torino.it/nodi_2020?a=1&amp;b=2"><span lang=EN-GB>council</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>
<h2><b><span lang=EN-GB>Who came</span></b><o:p></o:p></h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-GB style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>volunteers<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=EN-GB style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>students<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-GB style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>neighbours<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-GB><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>call<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-GB><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>bring<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal><b>Month<o:p></o:p></b></p></td><td width=301 valign=top><p class=MsoNormal><b>Households<o:p></o:p></b></p></td></tr>
 <tr><td width=301 rowspan=2 valign=top><p class=MsoNormal>July<o:p></o:p></p></td><td width=301 valign=top><p class=MsoNormal>15,000 | first count<o:p></o:p></p></td></tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td width=301 valign=top><p class=MsoNormal>10,000<o:p></o:p></p><p class=MsoNormal>second count<o:p></o:p></p></td></tr>
</table>
<p class=MsoQuote>“Nobody asked for papers.”<o:p></o:p></p>
<!--EndFragment--></body></html>`;

export const WORD_AS_MARKDOWN = `## The first weeks

**Twelve nodes** were open by _18 May_, says the [council](https://www.comune.torino.it/nodi_2020?a=1&b=2).

### Who came

- volunteers
  - students
- neighbours

1. call
2. bring

| Month | Households |
| --- | --- |
| July | 15,000 \\| first count |
|  | 10,000 second count |

> “Nobody asked for papers.”`;

export const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7f3b2c1e-7fff-0d5a-9c1e-4a1f2b3c4d5e"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;margin-bottom:6pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;white-space:pre-wrap;">What we would do again</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">Ask </span><span style="font-size:11pt;font-weight:700;white-space:pre-wrap;">first</span><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">, then </span><span style="font-size:11pt;font-weight:400;font-style:italic;white-space:pre-wrap;">deliver</span><span style="font-size:11pt;white-space:pre-wrap;">: see </span><a href="https://www.google.com/url?q=https://example.org/a%3Fb%3Dc&amp;sa=D&amp;source=editors" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">the plan</span></a><span style="font-size:11pt;white-space:pre-wrap;">.</span></p><br /><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">meals</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">hot ones</span></p></li></ul><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">calls</span></p></li></ul><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="301" /><col width="301" /></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000 1pt;padding:5pt"><p dir="ltr"><span style="font-weight:400;">Who</span></p></td><td style="border:solid #000 1pt"><p dir="ltr"><span style="font-weight:400;">What</span></p></td></tr><tr style="height:0pt"><td><p dir="ltr"><span style="font-weight:400;">Bilbao</span></p></td><td><br /></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

export const GOOGLE_DOCS_AS_MARKDOWN = `## What we would do again

Ask **first**, then _deliver_: see [the plan](https://example.org/a?b=c).

- meals
  - hot ones
- calls

| Who | What |
| --- | --- |
| Bilbao |  |`;

export const WORD_ON_THE_WEB = `<div class="OutlineElement Ltr SCXW1 BCX8" style="direction: ltr;"><p class="Paragraph SCXW1 BCX8" role="heading" aria-level="2" xml:lang="EN-GB"><span data-contrast="none" class="TextRun SCXW1 BCX8"><span class="NormalTextRun SCXW1 BCX8">What it needs</span></span><span class="EOP SCXW1 BCX8">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW1 BCX8"><ul class="BulletListStyle1 SCXW1 BCX8" role="list"><li data-leveltext="" data-font="Symbol" data-listid="1" data-aria-posinset="1" data-aria-level="1" role="listitem" class="OutlineElement Ltr SCXW1 BCX8"><p class="Paragraph SCXW1 BCX8"><span class="TextRun SCXW1 BCX8"><span class="NormalTextRun SCXW1 BCX8">a number</span></span><span class="EOP SCXW1 BCX8">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW1 BCX8"><ul class="BulletListStyle2 SCXW1 BCX8" role="list"><li data-leveltext="o" data-aria-posinset="1" data-aria-level="2" role="listitem" class="OutlineElement Ltr SCXW1 BCX8"><p class="Paragraph SCXW1 BCX8"><span class="TextRun SCXW1 BCX8" style="font-weight: bold;"><span class="NormalTextRun SCXW1 BCX8">one</span></span><span class="EOP SCXW1 BCX8">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW1 BCX8"><ul class="BulletListStyle1 SCXW1 BCX8" role="list"><li data-leveltext="" data-aria-posinset="2" data-aria-level="1" role="listitem" class="OutlineElement Ltr SCXW1 BCX8"><p class="Paragraph SCXW1 BCX8"><span class="TextRun SCXW1 BCX8"><span class="NormalTextRun SCXW1 BCX8">somebody who answers</span></span><span class="EOP SCXW1 BCX8">&nbsp;</span></p></li></ul></div>`;

export const WORD_ON_THE_WEB_AS_MARKDOWN = `## What it needs

- a number
  - **one**
- somebody who answers`;

export const HOSTILE = `<p onclick="alert(1)">Before<script>alert(1)</script><img src=x onerror=alert(1)></p><p><a href="javascript:alert(1)">a link</a> <a href="data:text/html,x">another</a> <a href="file:///C:/plan.docx">a file</a></p><style>p{color:red}</style><iframe src="https://example.org"></iframe>`;

export const HOSTILE_AS_MARKDOWN = `Before

a link another a file`;
