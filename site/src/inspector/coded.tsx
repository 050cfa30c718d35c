/** A sentence in which names stand between backticks. Nothing else of it is markup: it can quote what was pasted. */
export const Coded = ({ text }: { text: string }) => (
  <>
    {text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={`${index} ${piece}`}>{piece}</code> : piece))}
  </>
);
