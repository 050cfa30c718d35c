/** A number that is shown by its name and labels. */
interface Series {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly values: Map<string, number>;
}

type Labels = Readonly<Record<string, string>>;

/** Numbers about a running program, in the text format of Prometheus. */
export class Metrics {
  readonly #series = new Map<string, Series>();

  /** Makes a number known, which is 0 until it is counted where it has no labels. */
  define(name: string, type: Series['type'], help: string, hasLabels = false): void {
    this.#series.set(name, { name, type, help, values: new Map(hasLabels ? [] : [['', 0]]) });
  }

  add(name: string, more = 1, labels: Labels = {}): void {
    const { values } = this.#of(name);
    const key = written(labels);
    values.set(key, (values.get(key) ?? 0) + more);
  }

  set(name: string, value: number, labels: Labels = {}): void {
    this.#of(name).values.set(written(labels), value);
  }

  toText(): string {
    return [...this.#series.values()]
      .map(({ name, type, help, values }) => {
        const lines = [...values].map(([labels, value]) => `${name}${labels} ${value}\n`);
        return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
      })
      .join('');
  }

  #of(name: string): Series {
    const series = this.#series.get(name);
    if (series === undefined) throw new RangeError(`there is no number ${name}`);
    return series;
  }
}

function written(labels: Labels): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
