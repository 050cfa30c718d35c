/** How far something has come that takes seconds, in words. */
export type OnProgress = (words: string) => void;

let listener: OnProgress | undefined;

/** Who is told from now on; nobody where absent. */
export const tellProgressTo = (told: OnProgress | undefined): void => {
  listener = told;
};

/** Said once in so many steps. */
const stride = 1000;

/** Says how many of all records have been signed, or taken in. */
export const tellProgress = (done: number, all: number, what: 'signed' | 'taken in'): void => {
  if (done % stride === 0)
    listener?.(`${done.toLocaleString('en')} of ${all.toLocaleString('en')} records are ${what} …`);
};
