import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { LinkView } from '../engine/link-view.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { playOrRest } from './controls.tsx';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './pool.ts';

/** Where keys have a meaning of their own. */
const own = 'input, textarea, select, .rp-code, .play-parts, .play-scroll';
const pressed = 'button, a, summary';

/** Those that work where nothing has the keyboard, because they are no characters. */
const anywhere = ['ArrowLeft', 'ArrowRight'];

/** By these somebody goes through the page by keyboard. */
const moving = ['Tab', ...anywhere];

/** The cable that has the keyboard, or the first of the person that has it or was picked, or the first of all. */
const linkNear = (target: HTMLElement, { links }: Snapshot, pick: Pick | undefined): LinkView | undefined => {
  const cable = target.closest<HTMLElement>('[data-link]')?.dataset.link;
  const person =
    target.closest<HTMLElement>('[data-peer]')?.dataset.peer ?? (pick?.is === 'peer' ? pick.at : undefined);
  const own = links.filter(({ peers }) => person !== undefined && peers.includes(Number(person)));
  return links.find(({ at }) => String(at) === cable) ?? own[0] ?? links[0];
};

/**
 * The keys of the playground. They work while the keyboard is in it, so that none of them surprises somebody elsewhere on
 * the page. Who has last used the mouse and types means a text, and has clicked beside its field: to her only arrows are keys.
 */
export const useKeys = (root: RefObject<HTMLElement>, pool: Pool, pick: Pick | undefined, setPick: SetPick): void => {
  const latest = useRef({ pool, pick });
  latest.current = { pool, pick };
  useEffect(() => {
    const element = root.current;
    let isByMouse = false;
    const onPointer = (): void => {
      isByMouse = true;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (moving.includes(event.key)) isByMouse = false;
      const target = event.target as HTMLElement;
      const isInside = element?.contains(target) === true;
      if (!isInside && !(target === document.body && anywhere.includes(event.key))) return;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest(own) !== null) return;
      if (isByMouse && event.key !== 'Escape') return;
      const { pool, pick } = latest.current;
      const { snapshot } = pool.view;
      const act = ((): (() => void) | undefined => {
        switch (event.key) {
          case 'ArrowRight':
            return pool.step;
          case 'ArrowLeft':
            return pool.back;
          case ' ':
            return target.closest(pressed) ? undefined : () => playOrRest(pool);
          case 'x':
          case 'X': {
            const link = linkNear(target, snapshot, pick);
            return link && (() => pool.act({ do: link.isCut ? 'heal' : 'cut', link: link.at }));
          }
          case 'Delete': {
            const message = pick?.is === 'message' ? pick.number : snapshot.next;
            return message === undefined ? undefined : () => pool.act({ do: 'lose', message });
          }
          case 'Escape':
            return pick && (() => setPick(undefined));
          case '1':
          case '2':
          case '3': {
            const at = Number(event.key) - 1;
            const card = element?.querySelector<HTMLElement>(`[data-peer="${at}"]`);
            return card ? () => card.focus() : undefined;
          }
          default:
            return undefined;
        }
      })();
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, []);
};
