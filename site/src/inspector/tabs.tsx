import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

type Tab = { readonly id: string; readonly title: string; readonly content: ComponentChildren };

type Props = { label: string; tabs: readonly Tab[]; shown: string; show: (id: string) => void };

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** One of several panels at a time. What is not shown is not made. */
export const Tabs = ({ label, tabs, shown, show }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const at = tabs.findIndex(({ id }) => id === shown);
    const next = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    show(next.id);
    list.current?.querySelector<HTMLElement>(`#inspector-tab-${next.id}`)?.focus();
  };
  return (
    <div class="inspector-tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            id={`inspector-tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === shown}
            aria-controls="inspector-panel"
            tabIndex={id === shown ? 0 : -1}
            onClick={() => show(id)}
          >
            {title}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without a control is read by keyboard */}
      <div id="inspector-panel" role="tabpanel" tabIndex={0} aria-labelledby={`inspector-tab-${shown}`} key={shown}>
        {tabs.find(({ id }) => id === shown)?.content}
      </div>
    </div>
  );
};
