export type Token = {
  start: number;
  end: number;
  /** How many brackets are open around it; a bracket itself counts as outside. */
  depth: number;
  /** The name of the member whose value it is, in a JSON object. */
  member?: string;
};

/** Strings (also unfinished ones), brackets, blanks, and everything between them. The last alternative takes what is left. */
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"?|[{}[\],:]|[ \t\r\n]+|[^"{}[\],: \t\r\n]+|[\s\S]/g;

/** The parts of a text that is JSON or nearly: together they are the whole text. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let depth = 0;
  let last: string | undefined;
  let member: string | undefined;
  for (const { 0: part, index: start } of text.matchAll(TOKEN)) {
    if (part === '}' || part === ']') depth = Math.max(0, depth - 1);
    const token: Token = { start, end: start + part.length, depth };
    const isBlank = /^[ \t\r\n]/.test(part);
    if (member !== undefined && !isBlank && !'{}[],:'.includes(part)) token.member = member;
    tokens.push(token);
    if (part === '{' || part === '[') depth += 1;
    if (part === ':' && last !== undefined) member = nameIn(last);
    else if (!isBlank) member = undefined;
    if (!isBlank) last = part;
  }
  return tokens;
};

const nameIn = (part: string): string | undefined => (/^"[^"\\]*"$/.test(part) ? part.slice(1, -1) : undefined);
