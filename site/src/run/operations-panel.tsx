import type { ProfileName } from '@rockpool/schemas';
import { pageAt } from './address.ts';
import type { OperationFacts, ProfileFacts } from './stub.ts';

export type Ways = {
  readonly operations: readonly OperationFacts[];
  readonly profiles: readonly ProfileFacts[];
  readonly about: { readonly profiles: string; readonly protocol: string; readonly hello: string };
};

type Props = {
  ways: Ways;
  /** Those that are chosen; all where none is. */
  chosen: readonly ProfileName[];
  /** Takes a stub over into the module, where there is one. */
  onTake: ((operation: OperationFacts) => void) | undefined;
};

/** An operation by its name, which leads to its place in the specification. */
export const OperationName = ({ operation }: { operation: OperationFacts }) => (
  <a href={pageAt(operation.address)}>
    <code>{operation.name}</code>
  </a>
);

const Profile = ({ profile, ways }: { profile: ProfileFacts; ways: Ways }) => (
  <>
    <dt>{profile.name}</dt>
    <dd>
      {profile.operations.map((name, at) => {
        const operation = ways.operations.find((each) => each.name === name);
        return (
          operation && (
            <span key={name}>
              {at > 0 && ', '}
              <OperationName operation={operation} />
            </span>
          )
        );
      })}
      <span class="run-quiet">
        {'. Rules: '}
        {profile.chapters.map(({ title, address }, at) => (
          <span key={title}>
            {at > 0 && ', '}
            <a href={pageAt(address)}>{title}</a>
          </span>
        ))}
      </span>
    </dd>
  </>
);

/** What the profiles are asked, and for each operation a stub to write it from. */
export const OperationsPanel = ({ ways, chosen, onTake }: Props) => {
  const profiles = ways.profiles.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  const asked = ways.operations.filter(({ name }) => profiles.some(({ operations }) => operations.includes(name)));
  return (
    <details class="run-operations">
      <summary>
        {asked.length === 1 ? 'The operation of these profiles' : `The ${asked.length} operations of these profiles`},
        and a stub of each
      </summary>
      <dl class="run-profile-list">
        {profiles.map((profile) => (
          <Profile key={profile.name} profile={profile} ways={ways} />
        ))}
      </dl>
      <p class="run-quiet">
        In a stub, <code>Hex</code> is a string: bytes in lower-case hexadecimal, two digits a byte.
      </p>
      <ul class="run-stubs">
        {asked.map((operation) => (
          <li key={operation.name}>
            <details data-operation={operation.name}>
              <summary>
                <code>{operation.name}</code>
              </summary>
              <p>
                <a href={pageAt(operation.address)}>{operation.name} in the specification</a>
              </p>
              <pre class="rp-code">
                <code>{operation.stub}</code>
              </pre>
              {onTake && (
                <button type="button" class="rp-button" onClick={() => onTake(operation)}>
                  Take over into the module
                </button>
              )}
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
};
