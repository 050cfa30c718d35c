/** The members of a workspace's package.json that matter here. */
export type Workspace = {
  name: string;
  version: string;
  description: string;
  license: string;
  type: string;
  /** The files that do something when they are loaded; absent where each may. */
  sideEffects?: string[];
  engines: Record<string, string>;
  exports: Record<string, string>;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const emitted = (path: string): string => path.replace('./src/', './').replace(/\.ts$/, '.js');

/** The package.json of the published form: emitted JavaScript, and what is bundled is no dependency any more. */
export const publishedManifest = (workspace: Workspace, folder: string): object => {
  const { name, version, description, license, type, sideEffects, engines, bin } = workspace;
  const dependencies = Object.entries(workspace.dependencies).filter(
    ([dependency]) => !dependency.startsWith('@rockpool/'),
  );
  const exports = Object.entries(workspace.exports).map(([path, source]) => {
    const types = source.replace('./', `./types/${folder}/`).replace(/\.ts$/, '.d.ts');
    return [path, { types, default: emitted(source) }];
  });
  return {
    name,
    version,
    description,
    license,
    type,
    ...(sideEffects && { sideEffects: sideEffects.map(emitted) }),
    engines,
    exports: Object.fromEntries(exports),
    bin,
    dependencies: Object.fromEntries(dependencies),
    ...(workspace.optionalDependencies && { optionalDependencies: workspace.optionalDependencies }),
  };
};
