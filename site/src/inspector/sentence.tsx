/** A sentence of the specification, with its inline code. */
export const SentenceText = ({ text }: { text: string }) => (
  <>
    {text
      .split(/(``.+?``|`[^`]+`)/)
      .map((part) => (part.startsWith('`') ? <code key={part}>{part.replace(/^`+|`+$/g, '')}</code> : part))}
  </>
);
