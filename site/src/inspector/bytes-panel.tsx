import { encodeHex } from '@rockpool/reference';
import { useState } from 'preact/hooks';
import type { Exhibit } from './exhibit.ts';
import type { TestKey } from './facts-shape.ts';
import type { Listing, Piece } from './listings.ts';
import { capital } from './make-valid.ts';
import { bytesOf, sizeText } from './source.ts';

/** How much of a piece is shown, in characters; the rest is left out of its middle. */
const maxShown = 6_000;

/** What is hashed and what is signed, and what follows from it. */
export const BytesPanel = ({ exhibit, keys }: { exhibit: Exhibit | undefined; keys: readonly TestKey[] }) => {
  const [asBytes, setAsBytes] = useState(false);
  return (
    <section aria-labelledby="inspector-bytes">
      <div class="inspector-row">
        <h2 id="inspector-bytes">Bytes</h2>
        {exhibit && (
          <label class="inspector-check">
            <input
              type="checkbox"
              checked={asBytes}
              onChange={({ currentTarget: { checked } }) => setAsBytes(checked)}
            />
            As hexadecimal
          </label>
        )}
      </div>
      {exhibit === undefined ? (
        <p class="inspector-quiet">A record has an id and bytes to sign once its text and its shape are right.</p>
      ) : (
        <>
          <p class="inspector-key">
            <mark data-hashed>hashed</mark> <mark data-signed>signed</mark>{' '}
            {exhibit.listings.some(({ pieces }) => pieces.some(({ hashed, signed }) => hashed && signed)) && (
              <mark data-hashed data-signed>
                hashed and signed
              </mark>
            )}
          </p>
          {exhibit.listings.map((listing) => (
            <ListingBlock key={listing.title} listing={listing} asBytes={asBytes} />
          ))}
          <dl class="inspector-values">
            {exhibit.values.map(({ name, value, note }) => (
              <div key={name} data-value={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{value}</code>
                  {(note !== undefined || ownerOf(value, keys)) && (
                    <span class="inspector-quiet"> {[ownerOf(value, keys), note].filter(Boolean).join(', ')}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
};

const ownerOf = (value: string, keys: readonly TestKey[]): string | undefined => {
  const key = keys.find(({ keyHex }) => keyHex === value);
  return key && `the published test key of ${capital(key.name)}`;
};

const lengthOf = ({ bytes, text }: Piece): number => (bytes ?? bytesOf(text)).length;

const ListingBlock = ({ listing: { title, note, pieces }, asBytes }: { listing: Listing; asBytes: boolean }) => {
  const total = pieces.reduce((sum, each) => sum + lengthOf(each), 0);
  const titleId = `inspector-listing-${title.replace(/\W+/g, '-').toLowerCase()}`;
  return (
    <>
      <h3 id={titleId}>
        {title}, {sizeText(total)}
      </h3>
      <p class="inspector-quiet">{note}</p>
      {/* A scrolled box has to be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section class="rp-code" tabIndex={0} aria-labelledby={titleId}>
        {pieces.map((each, index) => {
          const text = asBytes ? hexLines(each) : visible(shorten(each.text));
          const key = `${index} ${each.hashed} ${each.signed}`;
          if (!each.hashed && !each.signed) return <span key={key}>{text}</span>;
          return (
            <mark key={key} data-hashed={each.hashed || undefined} data-signed={each.signed || undefined}>
              {text}
            </mark>
          );
        })}
      </section>
    </>
  );
};

const shorten = (text: string): string =>
  text.length <= maxShown
    ? text
    : `${text.slice(0, maxShown / 2)} … ${(text.length - maxShown).toLocaleString('en-GB')} characters left out … ${text.slice(-maxShown / 2)}`;

/** Tabs and control characters can be seen. */
const visible = (text: string): string =>
  text
    .replaceAll('\t', '⇥')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) =>
      String.fromCharCode(0x2400 + (character.charCodeAt(0) < 0x20 ? character.charCodeAt(0) : 0x21)),
    );

const hexLines = ({ bytes, text }: Piece): string =>
  shorten(
    encodeHex(bytes ?? bytesOf(text))
      .replace(/../g, '$& ')
      .replace(/(?:.. ){8}/g, '$& '),
  );
