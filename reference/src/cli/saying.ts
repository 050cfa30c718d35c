import { wishType } from '../replica/content-object.ts';
import { isObject, type JsonObject, type JsonValue, membersOf, optionalString } from '../value/json.ts';

/** What a message says, for people. */
export interface Saying {
  readonly text: string;
  /** The record that it answers. */
  readonly answers?: string | undefined;
}

/** What a content type makes of its content; undefined where that does not fit the type. */
type Reader = (content: JsonObject, call: (id: string) => string) => Saying | undefined;

const readers: Readonly<Record<string, Reader>> = {
  post: ({ text, root }) => (typeof text === 'string' ? { text, answers: optionalString(root) } : undefined),
  about: ({ about, name, description }, call) =>
    typeof about === 'string'
      ? {
          text: `says of ${call(about)}: ${[name, description].filter((said) => typeof said === 'string').join(', ') || 'something'}`,
        }
      : undefined,
  contact: ({ contact, following, blocking }, call) => {
    if (typeof contact !== 'string') return undefined;
    const does = [
      ...(typeof following === 'boolean' ? [following ? 'follows' : 'does not follow'] : []),
      ...(typeof blocking === 'boolean' ? [blocking ? 'blocks' : 'does not block'] : []),
    ];
    return { text: `${does.join(' and ') || 'knows'} ${call(contact)}` };
  },
  vote: ({ vote }) => {
    const { link, value, expression } = membersOf(vote);
    return typeof link === 'string'
      ? { text: `votes ${String(expression ?? value ?? '')}`.trimEnd(), answers: link }
      : undefined;
  },
  forget: ({ messages }) =>
    Array.isArray(messages)
      ? { text: `wishes that the content of ${messages.length} of her records be forgotten` }
      : undefined,
};

/** What the content of a message says; what it is where nobody here knows its type. */
export function saying(
  contentType: string | undefined,
  content: string | undefined,
  call: (id: string) => string,
): Saying {
  if (content === undefined) return { text: '(its content is not here, or was forgotten)' };
  if (contentType !== 'application/json' && contentType !== wishType) return { text: content };
  const value = parsed(content);
  if (!isObject(value) || typeof value.type !== 'string') return { text: content };
  const reader = Object.hasOwn(readers, value.type) ? readers[value.type] : undefined;
  return reader?.(value, call) ?? { text: content };
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // What is no JSON is shown as it is.
    return undefined;
  }
}
