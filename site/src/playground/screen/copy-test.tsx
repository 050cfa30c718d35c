import { useState } from 'preact/hooks';
import { saveFile } from '../../vectors/save-file.ts';
import type { PeerView } from '../engine/peer-view.ts';
import type { Pool } from './pool.ts';

/** All that a peer was asked up to now, as a file by which another program can be asked to play it. */
export const CopyTest = ({ peer: { at, name }, pool }: { peer: PeerView; pool: Pool }) => {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    setSaid('The judge works out what every program has to answer …');
    try {
      const file = await pool.copy(at);
      if ('fault' in file) return setSaid(file.fault);
      saveFile(file.name, `${JSON.stringify(file.repro, null, 2)}\n`);
      setSaid(`Saved as ${file.name}. To ask your program: rockpool-conformance replay ${file.name} -- your-program`);
    } catch (error) {
      setSaid(`It could not be copied: ${(error as Error).message}.`);
    }
  };
  return (
    <>
      <p class="play-quiet">
        All that {name}’s program was asked up to now, with what the specification says it has to answer, is a test.
      </p>
      <p class="play-row">
        <button type="button" class="rp-button" onClick={() => void copy()}>
          Copy as a test
        </button>
      </p>
      <p class="play-quiet" role="status">
        {said}
      </p>
    </>
  );
};
