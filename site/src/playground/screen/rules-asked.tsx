import { Sentence } from '../../components/sentence.tsx';
import type { MessageDetail } from '../engine/inspect.ts';
import { Mark } from './signs.tsx';
import { useRules } from './use-rules.ts';
import './rules-asked.css';

type Props = { detail: MessageDetail; receiver: string; base: string };

const noneWords = ({ where }: MessageDetail, receiver: string): string => {
  if (where === 'lost') return 'It was lost, so nobody asked anything of it.';
  if (where === 'arrived') return 'Nobody asked anything of it: the session was over, or the program there lies.';
  return `Its rules are asked when it arrives at ${receiver}.`;
};

/** The rules that were asked of a message and of the records in it, in their order, each with its sentence. */
export const RulesAsked = ({ detail, receiver, base }: Props) => {
  const { asked = [] } = detail;
  const rules = useRules(base, asked.length > 0);
  if (asked.length === 0) return <p class="play-quiet">{noneWords(detail, receiver)}</p>;
  const broken = asked.filter(({ isKept }) => !isKept).map(({ requirement }) => requirement);
  return (
    <>
      <p class="play-quiet">
        When it arrived, {receiver}’s program asked {asked.length} rules, in this order.{' '}
        {broken.length === 0 ? 'All were kept.' : `Broken: ${broken.join(', ')}.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard */}
      <section class="play-parts" aria-label="Rules that were asked" tabIndex={0}>
        <ol class="play-asked">
          {asked.map(({ requirement, title, isKept }) => (
            <li key={requirement} data-is={isKept ? 'kept' : 'broken'}>
              <details open={!isKept}>
                <summary>
                  <Mark is={isKept ? 'yes' : 'no'} />
                  <span>
                    <span class="sr-only">{isKept ? 'Kept: ' : 'Broken: '}</span>
                    <b>{requirement}</b> {title}
                  </span>
                </summary>
                <p>
                  <Sentence text={rules.find((rule) => rule.requirement === requirement)?.text ?? ''} />{' '}
                  <a href={`${base}requirements/#${requirement.toLowerCase()}`}>{requirement} in the register</a>
                </p>
              </details>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
};
