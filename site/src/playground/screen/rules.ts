/** A rule or a step that can be left out at a peer. */
export type Rule = {
  readonly requirement: string;
  /** What the rule asks for; of a step, the mistake that is made instead. */
  readonly title: string;
  /** The sentence of the specification. */
  readonly text: string;
};

let loaded: Promise<readonly Rule[]> | undefined;

/** All of them. They are loaded when somebody asks for them. */
export const loadRules = (base: string): Promise<readonly Rule[]> => {
  loaded ??= fetch(`${base}playground/rules.json`)
    .then((response) => response.json() as Promise<readonly Rule[]>)
    .catch((error: unknown) => {
      // Who asks again may have a network by then.
      loaded = undefined;
      throw error;
    });
  return loaded;
};
