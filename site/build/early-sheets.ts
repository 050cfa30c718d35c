const SHEET = /<link rel="stylesheet" href="[^"]*">/g;

/** The page with each sheet that its body asks for in its head instead, once: a sheet that comes late moves what stands. */
export const earlySheets = (html: string): string => {
  const at = html.indexOf('</head>');
  if (at < 0) return html;
  const [head, body] = [html.slice(0, at), html.slice(at)];
  const sheets = new Set(body.match(SHEET)?.filter((sheet) => !head.includes(sheet)));
  return head + [...sheets].join('') + body.replaceAll(SHEET, '');
};
