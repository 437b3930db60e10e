const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

exports.render = ({ title, page, content }) => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Exempelarkivet</title>
<meta name="description" content="Exempelarkivet">
<link rel="canonical" href="https://arkivet.example${page.url}">
<link rel="stylesheet" href="/main.css">
</head>
<body>
<a href="#innehall">Hoppa till innehållet</a>
<header><p><a href="/">Exempelarkivet</a></p>
<form action="/sok/" role="search"><label for="q">Sök i arkivet</label><input id="q" name="q" type="search"><button>Sök</button></form>
<nav aria-label="Huvudmeny"><ul>
<li><a href="/protokoll/">Protokoll</a></li>
<li><a href="/beslut/">Beslut</a></li>
<li><a href="/strategier/">Strategier</a></li>
<li><a href="/fallstudier/">Fallstudier</a></li>
<li><a href="/arenden/">Ärenden</a></li>
<li><a href="/organ/">Organ</a></li>
<li><a href="/kalender/">Kalender</a></li>
</ul></nav></header>
<main id="innehall"><h1>${escape(title)}</h1>
${content}</main>
<footer><ul><li><a href="/om/">Om arkivet</a></li><li><a href="/tillganglighet/">Tillgänglighetsredogörelse</a></li></ul></footer>
</body>
</html>
`;
