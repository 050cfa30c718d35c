import type { CheckResult } from '@rockpool/schemas';
import { expand } from '../checks/expand.ts';
import { hashEs4, hashEs5, type JsonObject, recordId } from '../forge/index.ts';

type Given = { format?: string; text?: string; value?: JsonObject };

/** The id of a text, where it is a record at all. */
const idOf = ({ format, text = '', value }: Given): string | undefined => {
  try {
    const record = value ?? (JSON.parse(text) as JsonObject);
    if (format === 'es.4') return hashEs4(record);
    return format === 'es.5' ? hashEs5(record) : recordId(record.header as JsonObject);
  } catch {
    // What is no record has no id.
    return undefined;
  }
};

type Asked = { records?: readonly Given[]; text?: unknown };

/** The records that a partner sends in a message. */
const recordsIn = (text: string): readonly Given[] => {
  try {
    const { records } = JSON.parse(text) as { records?: unknown };
    return Array.isArray(records) ? records : [];
  } catch {
    // What is no message brings no record.
    return [];
  }
};

/** The ids of all records that a replica can have been given, by itself and in sessions, up to the step that decides. */
export const givenIds = ({ steps = [], input }: Pick<CheckResult, 'steps' | 'input'>): ReadonlySet<unknown> => {
  const inputs = [...steps.map((step) => step.input), input].filter((each) => each !== undefined);
  const asked = inputs.map((each) => expand(each) as Asked);
  const records = asked.flatMap(({ records = [], text }) => [
    ...records,
    ...(typeof text === 'string' ? recordsIn(text) : []),
  ]);
  return new Set(records.map(idOf));
};
