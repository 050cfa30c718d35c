import type { MessageDetail } from '../engine/inspect.ts';
import { Code } from './code.tsx';

/** So many parts are listed. */
const mostParts = 80;

/** Bytes by two digits each. */
const spaced = (hex: string): string => hex.replace(/..(?=.)/g, '$& ');

const hexOf = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of a message: of what compares, each part of its ranges with its name; of others, the text byte by byte. */
export const Parts = ({ detail: { ranges, text } }: { detail: MessageDetail }) => {
  if (ranges.length === 0) return <Code label="Bytes">{spaced(hexOf(text.slice(0, 2000)))}</Code>;
  return (
    <>
      <p class="play-quiet">What the member “ranges” holds:</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard */}
      <section class="play-parts" aria-label="Parts" tabIndex={0}>
        <table>
          <tbody>
            {ranges.slice(0, mostParts).map(({ hex, is, entry, words }, at) => (
              <tr key={at} data-is={is} data-odd={entry % 2 === 1 || undefined}>
                <td>
                  <code>{spaced(hex)}</code>
                </td>
                <td>
                  <b>{is}</b> {words}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {ranges.length > mostParts && <p class="play-quiet">and {ranges.length - mostParts} more parts</p>}
      </section>
    </>
  );
};
