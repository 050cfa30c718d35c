import { useState } from 'preact/hooks';
import { Sentence } from '../../components/sentence.tsx';
import type { PeerView } from '../engine/peer-view.ts';
import type { Pool } from './pool.ts';
import type { Rule } from './rules.ts';
import { useRules } from './use-rules.ts';

/** So many are offered at a time. */
const mostRules = 6;

/** Those that have all the words. Without a word, some that are seen to matter. */
const found = (rules: readonly Rule[], words: string): readonly Rule[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rules.filter(({ requirement }) => telling.includes(requirement));
  return rules.filter(({ requirement, title, text }) => {
    const all = `${requirement} ${title} ${text}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
};

/** Rules whose absence is seen at once: signature, content, another's page, the future, which page is shown. */
const telling: readonly string[] = ['REC-15', 'REC-16', 'DOC-14', 'REC-13', 'FEED-15', 'RNG-7'];

/** What a peer can leave out, found by its words. */
export const RuleMenu = ({ peer: { at, name, off }, pool, base }: { peer: PeerView; pool: Pool; base: string }) => {
  const rules = useRules(base, true);
  const [words, setWords] = useState('');
  const set = (requirement: string, isOff: boolean): void =>
    pool.act({ do: 'rule', peer: at, requirement, off: isOff });
  const shown = found(rules, words).filter(({ requirement }) => !off.includes(requirement));
  return (
    <div class="play-rules">
      <input
        type="search"
        class="rp-field"
        aria-label={`Find a rule that ${name} leaves out`}
        placeholder="Find a rule: signature, path, future …"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <ul>
        {off.map((requirement) => (
          <li key={requirement}>
            <button type="button" class="play-small" onClick={() => set(requirement, false)}>
              Keep<span class="sr-only"> {requirement}</span> again
            </button>
            <span>
              <b>{requirement}</b> {rules.find((rule) => rule.requirement === requirement)?.title}
            </span>
          </li>
        ))}
        {shown.slice(0, mostRules).map(({ requirement, title, text }) => (
          <li key={requirement}>
            <button type="button" class="play-small" onClick={() => set(requirement, true)}>
              Leave out<span class="sr-only"> {requirement}</span>
            </button>
            <span>
              <b>{requirement}</b> {title === '' ? <Sentence text={text} /> : title}
            </span>
          </li>
        ))}
      </ul>
      {shown.length > mostRules && <p class="play-quiet">and {shown.length - mostRules} more: add a word</p>}
    </div>
  );
};
