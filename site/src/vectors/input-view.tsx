import type { VectorCase } from '@rockpool/schemas';
import { useMemo, useState } from 'preact/hooks';
import { compareInputs, type Pair } from './compare-inputs.ts';
import { type Field, fieldsOf } from './fields.ts';
import { printFragment } from './fragment.ts';
import { TextView } from './text-view.tsx';

const FEW = 3;

const ListView = ({ name, items }: { name: string; items: readonly Field[] }) => {
  const [all, setAll] = useState(false);
  const rest = items.length - FEW;
  return (
    <>
      {items.length === 0 && (
        <p class="rv-quiet">
          <code>{name}</code> is empty.
        </p>
      )}
      {items.slice(0, all ? items.length : FEW).map((field) => (
        <TextView key={field.name} field={field} />
      ))}
      {rest > 0 && (
        <button class="rp-button" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FEW} of ${name}` : `Show ${rest} more of ${name}`}
        </button>
      )}
    </>
  );
};

/** What is asked, field by field. */
export const InputView = ({ vector }: { vector: Pick<VectorCase, 'operation' | 'input'> }) => {
  const { single, lists } = fieldsOf(vector.operation, vector.input);
  return (
    <>
      {single.map((field) => (
        <TextView key={field.name} field={field} />
      ))}
      {lists.map(({ name, items }) => (
        <ListView key={name} name={name} items={items} />
      ))}
    </>
  );
};

const Missing = ({ name }: { name: string }) => (
  <p class="rv-missing">
    No <code>{name}</code> here.
  </p>
);

const PairView = ({ pair: { name, parent, vector, difference }, parentId }: { pair: Pair; parentId: string }) => (
  <div class="rv-pair">
    <section aria-label={`This vector: ${name}`}>
      <h4>This vector</h4>
      {vector ? <TextView field={vector} marks={difference.right} /> : <Missing name={name} />}
    </section>
    <section aria-label={`Its valid parent: ${name}`}>
      <h4>
        Its valid parent <a href={`#${printFragment({ vector: parentId })}`}>{parentId}</a>
      </h4>
      {parent ? <TextView field={parent} marks={difference.left} /> : <Missing name={name} />}
    </section>
  </div>
);

/** A vector beside the valid one from which it differs by one defect. */
export const DefectView = ({ vector, parent }: { vector: VectorCase; parent: VectorCase }) => {
  const { changed, same, signedAnew } = useMemo(() => compareInputs(parent, vector), [parent, vector]);
  return (
    <>
      <p class="rv-defect">
        <strong>The one defect:</strong> {vector.defect}
      </p>
      {signedAnew && (
        <p class="rv-quiet">
          What is marked with a <mark data-kind="signature">dotted line</mark> is a signature: it differs because it was
          made anew over the changed text, so that nothing but the defect is wrong.
        </p>
      )}
      <p class="rv-quiet">Marked is all that differs. The text is broken between its members for the eye alone.</p>
      {changed.map((pair) => (
        <PairView key={pair.name} pair={pair} parentId={parent.id} />
      ))}
      {same.length > 0 && (
        <details class="rv-rest">
          <summary>The same in both: {same.join(', ')}</summary>
          <InputView vector={vector} />
        </details>
      )}
    </>
  );
};
