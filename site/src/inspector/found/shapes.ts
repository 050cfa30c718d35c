import type { JsonValue } from '@rockpool/reference';
import documentHeader from '@rockpool/schemas/v1/document-header.schema.json' with { type: 'json' };
import es4 from '@rockpool/schemas/v1/earthstar-es4.schema.json' with { type: 'json' };
import es5 from '@rockpool/schemas/v1/earthstar-es5.schema.json' with { type: 'json' };
import messageHeader from '@rockpool/schemas/v1/message-header.schema.json' with { type: 'json' };
import record from '@rockpool/schemas/v1/record.schema.json' with { type: 'json' };
import ssbMessage from '@rockpool/schemas/v1/ssb-message.schema.json' with { type: 'json' };

type Names = ReadonlySet<string>;

const names = ({ properties }: { readonly properties: object }): Names => new Set(Object.keys(properties));

/** The members that an object of a format can have, by the pointer of the object. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Names>>>> = {
  'rp.document.1': { '': names(record), '/header': names(documentHeader) },
  'rp.message.1': { '': names(record), '/header': names(messageHeader) },
  'es.4': { '': names(es4) },
  'es.5': { '': names(es5) },
  'ssb-classic': { '': names(ssbMessage) },
};

/** A member that its format has no place for. */
export type ForeignMember = { readonly pointer: string; readonly name: string };

/** Whether a format has a member, as a pointer of one or two steps. */
export const hasPlace = (format: string, pointer: string): boolean => {
  const cut = pointer.lastIndexOf('/');
  const shape = SHAPES[format]?.[pointer.slice(0, cut)];
  return shape === undefined || shape.has(pointer.slice(cut + 1));
};

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const isObject = (value: JsonValue | undefined): value is { [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a record that its format has no place for. */
export const foreignMembers = (value: JsonValue, format: string): readonly ForeignMember[] =>
  Object.entries(SHAPES[format] ?? {}).flatMap(([pointer, known]) => {
    const object = pointer === '' ? value : isObject(value) ? value[pointer.slice(1)] : undefined;
    return isObject(object)
      ? Object.keys(object)
          .filter((name) => !known.has(name))
          .map((name) => ({ pointer: `${pointer}/${escaped(name)}`, name }))
      : [];
  });

/** The names that headers of native formats have: a header alone has them at the top. */
export const isHeaderName = (name: string): boolean =>
  names(documentHeader).has(name) || names(messageHeader).has(name);
