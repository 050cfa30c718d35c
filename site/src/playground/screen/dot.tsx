import type { MessageView } from '../engine/link-view.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { familyOf, familyWords } from './families.ts';
import { Sign } from './signs.tsx';
import { bytesWords, nameAt } from './words.ts';

type Props = { message: MessageView; snapshot: Snapshot; isNext: boolean; isPicked: boolean; onPick(): void };

/** A message on its way. */
export const Dot = ({ message, snapshot, isNext, isPicked, onPick }: Props) => {
  const { shownAs, from, to, type, bytes, where, isForged, isAltered } = message;
  const family = familyOf(type);
  const says = `Message ${shownAs}, ${nameAt(snapshot, from)} to ${nameAt(snapshot, to)}: ${familyWords[family]}, ${bytesWords(bytes)}, ${where}${isAltered ? ', a byte was changed' : ''}${isNext ? ', arrives next' : ''}`;
  return (
    <button
      type="button"
      class="play-dot"
      data-family={family}
      data-next={isNext || undefined}
      data-held={where === 'held back' || undefined}
      data-forged={isForged || isAltered || undefined}
      aria-pressed={isPicked}
      aria-label={says}
      title={says}
      onClick={onPick}
    >
      <Sign family={family} />
    </button>
  );
};
