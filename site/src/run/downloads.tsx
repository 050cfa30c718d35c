import type { Judge } from './judge.ts';

/** Hands a text to the visitor as a file. */
const save = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

type Props = { report: object; judge: Judge | undefined };

/** The report as files: the forms that the command writes too. */
export const Downloads = ({ report, judge }: Props) => (
  <div class="run-row">
    <button
      type="button"
      class="rp-button"
      onClick={() => save('rockpool-report.json', 'application/json', `${JSON.stringify(report, null, 2)}\n`)}
    >
      Report as JSON
    </button>
    <button
      type="button"
      class="rp-button"
      disabled={judge === undefined}
      onClick={async () => judge && save('rockpool-report.xml', 'application/xml', await judge.junit())}
    >
      Report as JUnit XML
    </button>
  </div>
);
