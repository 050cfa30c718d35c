/** What messages are for, as far as a picture tells them apart. */
export type Family = 'greeting' | 'question' | 'record' | 'closing' | 'error';

const families: Readonly<Record<string, Family>> = {
  hello: 'greeting',
  auth: 'greeting',
  open: 'greeting',
  reconcile: 'question',
  records: 'record',
  contents: 'record',
  want: 'closing',
  done: 'closing',
  end: 'closing',
  state: 'closing',
};

export const familyOf = (type: string): Family => families[type] ?? 'error';

export const familyWords: Readonly<Record<Family, string>> = {
  greeting: 'greets',
  question: 'compares',
  record: 'brings a record',
  closing: 'says what it has now',
  error: 'is no good message',
};
