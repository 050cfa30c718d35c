/** What somebody wants to see more of. */
export type Pick = { readonly is: 'message'; readonly number: number } | { readonly is: 'peer'; readonly at: number };

export type SetPick = (pick: Pick | undefined) => void;
