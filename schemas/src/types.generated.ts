// Generated from schemas/v1 by scripts/types.ts: change the schema, then npm run generate.
/**
 * The common content types of messages: a convention, never a rule.
 */
export type KnownContent = PostContent | AboutContent | ContactContent | VoteContent | ForgetContent;
/**
 * A record: % and the base32 form of 32 bytes.
 */
export type RecordId = string;
/**
 * An identifier inside content.
 */
export type Link = KeyId | RecordId | BlobId;
/**
 * A key: @ and the base32 form of 32 bytes.
 */
export type KeyId = string;
/**
 * A blob: & and the base32 form of 32 bytes.
 */
export type BlobId = string;
/**
 * A space: + and a name, then b and a key, or x and 32 random bytes.
 */
export type SpaceId = string;
/**
 * Microseconds since 1970.
 */
export type Micros = number;
/**
 * A number of bytes.
 */
export type ByteCount = number;
/**
 * The base32 form of 32 bytes, without a sigil.
 */
export type HashText = string;
/**
 * A signature: the base32 form of 64 bytes.
 */
export type SignatureText = string;
/**
 * Identifiers, times and sizes in their one canonical form.
 */
export type Identifiers = KeyId | RecordId | BlobId | SpaceId;
/**
 * A number from 1 on.
 */
export type Count = number;
/**
 * The author of a classic message: @, the canonical base64 of 32 bytes, .ed25519.
 */
export type SsbAuthor = string;
/**
 * A classic message: %, the canonical base64 of 32 bytes, .sha256.
 */
export type SsbMessageId = string;
/**
 * The signature of a classic message: the canonical base64 of 64 bytes, .sig.ed25519.
 */
export type SsbSignature = string;
/**
 * A classic blob: &, the canonical base64 of 32 bytes, .sha256.
 */
export type SsbBlobId = string;
/**
 * The signed statement; its form depends on its format.
 */
export type Header = DocumentHeader | MessageHeader;
/**
 * The phases of checking, in their order.
 */
export type Phase = 'text' | 'shape' | 'form' | 'relations' | 'time' | 'signature' | 'content' | 'feed' | 'session';
/**
 * What a failure does to the people who rely on the subject, the worst first.
 */
export type Harm =
  'gives-key-away' | 'accepts-invalid' | 'loses' | 'diverges' | 'crashes' | 'refuses-valid' | 'other-code';
/**
 * An object with a type, or a ciphertext.
 */
export type SsbContent = SsbOpenContent | SsbCiphertext;
export type SsbCiphertext = string;
/**
 * The messages between the judge and a subject: JSON-RPC 2.0, one a line.
 */
export type SubjectProtocol = SubjectRequest | SubjectResponse;
/**
 * The operations of this version.
 */
export type OperationName =
  | 'canonical.encode'
  | 'id.parse'
  | 'id.sort'
  | 'signature.verify'
  | 'blob.id'
  | 'record.verify'
  | 'record.id'
  | 'record.sign'
  | 'document.merge'
  | 'feed.verify'
  | 'feed.append'
  | 'feed.state'
  | 'replica.open'
  | 'replica.ingest'
  | 'replica.state'
  | 'replica.query'
  | 'session.open'
  | 'session.receive';
/**
 * The profiles that can be claimed.
 */
export type ProfileName =
  | 'core'
  | 'documents'
  | 'feeds'
  | 'earthstar-es4'
  | 'earthstar-es5'
  | 'ssb-classic'
  | 'ssb-signer'
  | 'ssb-writer'
  | 'ssb-state'
  | 'replica'
  | 'earthstar-replica'
  | 'sync';
/**
 * The formats of records.
 */
export type FormatName = 'rp.document.1' | 'rp.message.1' | 'es.4' | 'es.5' | 'ssb-classic';
/**
 * Bytes in lower-case hexadecimal, two digits a byte.
 */
export type Hex = string;
/**
 * A message of a session, as a peer sends it.
 */
export type SyncMessage =
  | HelloMessage
  | AuthMessage
  | OpenMessage
  | ReconcileMessage
  | RecordsMessage
  | DoneMessage
  | WantMessage
  | ContentsMessage
  | EndMessage
  | StateMessage
  | ErrorMessage;
/**
 * A fingerprint of items: the base32 form of 16 bytes.
 */
export type FingerprintText = string;
/**
 * A number of items.
 */
export type ItemCount = number;
/**
 * A question of a schedule, or the end of the process.
 */
export type Step = AskedStep | EndStep;
/**
 * A string, or pieces to be joined, some of them repeated: keeps long inputs short on file.
 */
export type CompactText = string | (string | Repeated)[];

/**
 * Something said.
 */
export interface PostContent {
  type: 'post';
  /**
   * The text, as Markdown.
   */
  text: string;
  /**
   * The subject that it belongs to.
   */
  channel?: string;
  root?: RecordId;
  /**
   * The newest posts of the conversation that the author had seen.
   */
  branch?: RecordId | RecordId[];
  /**
   * What it mentions.
   */
  mentions?: Mention[];
}
export interface Mention {
  link: Link;
  name?: string;
}
/**
 * What somebody or something is called and looks like.
 */
export interface AboutContent {
  type: 'about';
  about: Link;
  name?: string;
  description?: string;
  image?: BlobId;
}
/**
 * What the author thinks of another author.
 */
export interface ContactContent {
  type: 'contact';
  contact: KeyId;
  following?: boolean;
  blocking?: boolean;
}
/**
 * What the author thinks of a record.
 */
export interface VoteContent {
  type: 'vote';
  vote: Vote;
}
export interface Vote {
  link: RecordId;
  /**
   * 1 for, -1 against, 0 takes the vote back.
   */
  value: -1 | 0 | 1;
  /**
   * How to show it.
   */
  expression?: string;
}
/**
 * A wish of the author that the content of own messages be forgotten.
 */
export interface ForgetContent {
  type: 'forget';
  /**
   * Records of the same author.
   */
  messages: RecordId[];
}
/**
 * The header of a document.
 */
export interface DocumentHeader {
  /**
   * Name and version of the format.
   */
  format: 'rp.document.1';
  space: SpaceId;
  author: KeyId;
  /**
   * Where the document is; at most 512 characters.
   */
  path: string;
  timestamp: Micros;
  contentHash: BlobId;
  contentSize: ByteCount;
  /**
   * The media type of the content, without parameters; at most 127 characters.
   */
  contentType?: string;
  expires?: Micros;
  key?: KeyId;
}
/**
 * An Earthstar document of format es.4.
 */
export interface EarthstarEs4 {
  /**
   * Name and version of the format.
   */
  format: 'es.4';
  /**
   * The author's address: @, a short name of 4 characters, a full stop, a key.
   */
  author: string;
  /**
   * Where the document is; at most 512 characters.
   */
  path: string;
  /**
   * The content; empty for a deleted document; at most 4,000,000 bytes of UTF-8.
   */
  content: string;
  contentHash: HashText;
  timestamp: Micros;
  /**
   * When it goes away, in microseconds since 1970, or null.
   */
  deleteAfter: Micros | null;
  /**
   * The share's address; the suffix is a key or free text.
   */
  workspace: string;
  signature: SignatureText;
}
/**
 * An Earthstar document of format es.5.
 */
export interface EarthstarEs5 {
  /**
   * Name and version of the format.
   */
  format: 'es.5';
  /**
   * The author's address: @, a short name of 4 characters, a full stop, a key.
   */
  author: string;
  /**
   * Where the document is; at most 512 characters.
   */
  path: string;
  /**
   * The text; at most 8,000 bytes of UTF-8.
   */
  text: string;
  textHash: HashText;
  timestamp: Micros;
  deleteAfter?: Micros;
  attachmentSize?: ByteCount;
  attachmentHash?: HashText;
  /**
   * The share's address: +, a name, a full stop, a key.
   */
  share: string;
  signature: SignatureText;
  shareSignature: SignatureText;
}
/**
 * What the vectors consist of, signed.
 */
export interface Manifest {
  $schema?: string;
  /**
   * Version of the suite.
   */
  suite: string;
  /**
   * Each file with its digest.
   */
  files: ManifestFile[];
  /**
   * Number of cases in all files.
   */
  cases: number;
  key: KeyId;
  signature: SignatureText;
}
export interface ManifestFile {
  path: string;
  /**
   * SHA-256 of the file, in lower-case hexadecimal.
   */
  sha256: string;
  cases: number;
}
/**
 * The header of a message.
 */
export interface MessageHeader {
  /**
   * Name and version of the format.
   */
  format: 'rp.message.1';
  space: SpaceId;
  author: KeyId;
  log?: Count;
  sequence: Count;
  previous?: RecordId;
  skip?: RecordId;
  timestamp: Micros;
  contentHash: BlobId;
  contentSize: ByteCount;
  /**
   * The media type of the content, without parameters; at most 127 characters.
   */
  contentType?: string;
  key?: KeyId;
}
/**
 * A native record: a signed header and, optionally, its content.
 */
export interface Record {
  header: Header;
  signature: SignatureText;
  /**
   * The content, where it is text and travels along: at most 65,536 bytes of UTF-8.
   */
  content?: string;
}
/**
 * The registry of rejection codes. Codes are added and never removed, renamed or reused.
 */
export interface RejectionCodes {
  $schema?: string;
  codes: RejectionCode[];
}
export interface RejectionCode {
  code: string;
  phase: Phase;
  meaning: string;
  /**
   * The same input may be accepted later.
   */
  temporal?: true;
}
/**
 * What a run of the judge found.
 */
export interface Report {
  /**
   * Version of this form.
   */
  report: 1;
  suite: ReportSuite;
  judge: ReportJudge;
  subject: ReportSubject;
  options: ReportOptions;
  verdict: 'conformant' | 'not-conformant' | 'incomplete' | 'no-subject' | 'judge-fault';
  exitCode: 0 | 1 | 3 | 4 | 5;
  /**
   * Why there is no verdict, where there is none.
   */
  message?: string;
  totals: Counts;
  profiles: ProfileResult[];
  /**
   * Per requirement, how many of its checks passed and failed.
   */
  requirements: RequirementResult[];
  checks: CheckResult[];
}
/**
 * Which vectors were asked.
 */
export interface ReportSuite {
  version: string;
  manifestSha256: string;
}
export interface ReportJudge {
  name: string;
  version: string;
}
/**
 * What the subject said of itself; absent members where it did not.
 */
export interface ReportSubject {
  command: string[];
  hello?: HelloResult;
}
/**
 * What a subject says of itself.
 */
export interface HelloResult {
  /**
   * The version of the subject protocol.
   */
  protocol: 1;
  implementation: Implementation;
  /**
   * The profiles that it claims.
   */
  profiles: string[];
  operations: Operations;
  /**
   * It signs as RFC 8032 §5.1.6 says, so that equal questions have equal signatures.
   */
  deterministic?: boolean;
  /**
   * How many requests it takes before it has answered any; 1 where absent.
   */
  window?: number;
  limits?: SubjectLimits;
}
/**
 * Its name, its version and, optionally, language and homepage.
 */
export interface Implementation {
  name: string;
  version: string;
  language?: string;
  homepage?: string;
}
/**
 * The operations that it has, and how each is asked.
 */
export interface Operations {
  [k: string]: OperationTraits;
}
export interface OperationTraits {
  /**
   * Whether it takes texts or parsed values; text where absent.
   */
  input?: 'text' | 'value';
  /**
   * Whether it takes the clock or reads it; given where absent.
   */
  clock?: 'given' | 'wall';
  /**
   * replica.open: a replica that is opened as durable outlives the process.
   */
  durable?: boolean;
  /**
   * replica.open and replica.query: the members that it does not have, and of a query the values of members, written as member=value.
   */
  lacks?: string[];
}
/**
 * lineBytes: the longest line that it reads, in bytes; 16,777,216 where absent. iJson: it reads no line that is not I-JSON (RFC 7493).
 */
export interface SubjectLimits {
  lineBytes?: number;
  iJson?: boolean;
}
export interface ReportOptions {
  seed: number;
  verdictOnly: boolean;
  /**
   * How many checks were made anew for this run.
   */
  siblings?: number;
  selection?: string;
  knownFailures?: string;
  codeMap?: string;
}
export interface Counts {
  passed: number;
  failed: number;
  notApplicable: number;
  couldNotRun: number;
  known: number;
}
export interface ProfileResult {
  profile: string;
  claimed: boolean;
  verdict: 'passed' | 'failed' | 'incomplete' | 'not-claimed' | 'nothing-ran';
  counts: Counts;
  /**
   * How much of what was chosen of the profile could be asked of this subject, in per cent, rounded down.
   */
  asked?: number;
}
export interface RequirementResult {
  id: string;
  passed: number;
  failed: number;
}
export interface CheckResult {
  id: string;
  title?: string;
  profile: string;
  requirements: string[];
  operation: string;
  outcome: 'passed' | 'failed' | 'known-failure' | 'unexpected-pass' | 'not-applicable' | 'could-not-run';
  /**
   * The kind of failure.
   */
  failure?:
    | 'wrong-value'
    | 'accepted-invalid'
    | 'rejected-valid'
    | 'wrong-code'
    | 'wrong-outcome'
    | 'adapter-error'
    | 'crash'
    | 'hang'
    | 'protocol-violation'
    | 'claim-broken'
    | 'nondeterministic'
    | 'slow';
  harm?: Harm;
  /**
   * Why it did not run, or was not applicable, or is known.
   */
  reason?: string;
  /**
   * The smallest params found.
   */
  input?: {
    [k: string]: unknown;
  };
  /**
   * Of a query in a schedule, whose answer gives it its cursor: a place in steps, from 0.
   */
  cursorFrom?: number;
  /**
   * Of a schedule, the number of the question that decides, from 1.
   */
  step?: number;
  /**
   * Of a schedule, what was asked before input, with the right answers.
   */
  steps?: {
    [k: string]: unknown;
  }[];
  /**
   * The answer that is right.
   */
  expected?: {
    [k: string]: unknown;
  };
  /**
   * The answer that came.
   */
  got?: {
    [k: string]: unknown;
  };
  /**
   * What else is known: standard error, the line that was no message, the shortest beginning.
   */
  detail?: string;
}
/**
 * A classic Scuttlebutt message.
 */
export interface SsbMessage {
  /**
   * The id of the message before it, or null.
   */
  previous: SsbMessageId | null;
  sequence: Count;
  author: SsbAuthor;
  /**
   * When it was written, in milliseconds since 1970 by convention; any finite number.
   */
  timestamp: number;
  /**
   * The name of the hash.
   */
  hash: 'sha256';
  content: SsbContent;
  signature: SsbSignature;
}
export interface SsbOpenContent {
  /**
   * 3 to 52 UTF-16 code units. A schema counts characters, of which one can be two code units: so 2 of them may be enough.
   */
  type: string;
}
/**
 * What the judge sends.
 */
export interface SubjectRequest {
  jsonrpc: '2.0';
  id: string;
  method: string;
  params: {
    [k: string]: unknown;
  };
}
/**
 * What a subject sends.
 */
export interface SubjectResponse {
  jsonrpc: '2.0';
  id: string;
  result?: {
    [k: string]: unknown;
  };
  error?: SubjectError;
}
export interface SubjectError {
  code: number;
  message: string;
  data?: unknown;
}
export interface HelloParams {
  protocol: 1;
  judge: {
    name: string;
    version: string;
  };
}
/**
 * The answer to an operation.
 */
export interface OperationResult {
  ok?: {
    [k: string]: unknown;
  };
  reject?: Rejection;
  held?: Hold;
}
export interface Rejection {
  code: string;
}
export interface Hold {
  reason: string;
}
/**
 * The first message of both peers.
 */
export interface HelloMessage {
  type: 'hello';
  /**
   * The version of the protocol, 1.
   */
  version: number;
  nonce: HashText;
  key?: KeyId;
  /**
   * Of a caller: the address at which it reached its partner.
   */
  address?: string;
}
/**
 * Shows that the sender has its key.
 */
export interface AuthMessage {
  type: 'auth';
  signature: SignatureText;
}
/**
 * Which space, and which part of it.
 */
export interface OpenMessage {
  type: 'open';
  space: HashText;
  now: Micros;
  /**
   * The part of the space that the sender wants and gives.
   */
  filter?: {
    [k: string]: unknown;
  };
  /**
   * The sender wants records without content.
   */
  sparse?: boolean;
  /**
   * The sender wants to be told what is new.
   */
  live?: boolean;
  /**
   * What fingerprints are made of.
   */
  lift?: 0 | 1;
}
/**
 * What the sender has in some ranges.
 */
export interface ReconcileMessage {
  type: 'reconcile';
  /**
   * Entries, in base64url.
   */
  ranges: string;
  /**
   * Another one follows in the same turn.
   */
  more?: true;
}
/**
 * Records that the receiver lacks.
 */
export interface RecordsMessage {
  type: 'records';
  records: SentRecord[];
}
export interface SentRecord {
  /**
   * The format of the record.
   */
  format: string;
  /**
   * The text of the record.
   */
  text: string;
}
/**
 * The sender has nothing to say about any range.
 */
export interface DoneMessage {
  type: 'done';
  fingerprint: FingerprintText;
  count: ItemCount;
}
/**
 * Contents that the sender lacks.
 */
export interface WantMessage {
  type: 'want';
  contents: BlobId[];
  /**
   * Another one follows.
   */
  more?: true;
}
/**
 * Contents that were wanted.
 */
export interface ContentsMessage {
  type: 'contents';
  contents: string[];
}
/**
 * The round is over.
 */
export interface EndMessage {
  type: 'end';
}
/**
 * What the sender of new records has now.
 */
export interface StateMessage {
  type: 'state';
  fingerprint: FingerprintText;
  count: ItemCount;
}
/**
 * The session has ended.
 */
export interface ErrorMessage {
  type: 'error';
  /**
   * Why, as a rejection code or busy, timeout or unwelcome.
   */
  code: string;
  /**
   * The same in words.
   */
  detail?: string;
}
/**
 * A file of test vectors.
 */
export interface VectorFile {
  $schema?: string;
  title: string;
  description: string;
  cases: VectorCase[];
}
/**
 * One question and its answer; of a schedule, the last question, with those before it in steps.
 */
export interface VectorCase {
  /**
   * Area and slug, for example documents/wiki-page. Never reused.
   */
  id: string;
  /**
   * What is special about the input, in words.
   */
  title: string;
  profile: ProfileName;
  /**
   * Further profiles that must be claimed too.
   */
  needs?: ProfileName[];
  /**
   * The requirements that the case tests; for a rejection, those that the input breaks.
   */
  requirements: string[];
  operation: OperationName;
  /**
   * The params of the operation. text, bytes and content-like long strings may be compact.
   */
  input: {
    [k: string]: unknown;
  };
  expect: Expectation;
  /**
   * Of a chain that is not accepted as a whole: how many of its messages are, before the first that is not.
   */
  kept?: number;
  /**
   * The valid case from which this one differs by its one defect.
   */
  parent?: string;
  /**
   * The one difference from the parent, in words.
   */
  defect?: string;
  /**
   * The point lies in the text: it is lost when the text is parsed.
   */
  textOnly?: true;
  /**
   * The answer is the same at every later time.
   */
  timeless?: true;
  /**
   * Where the input comes from, if not made here.
   */
  source?: string;
  /**
   * Classes of libraries that answer otherwise.
   */
  wrongIn?: string[];
  /**
   * What is asked before, each step when the one before it is answered, and judged as the last question is.
   */
  steps?: Step[];
  /**
   * The query's cursor is next of the answer to the step at this position, from 0.
   */
  cursorFrom?: number;
}
/**
 * The answer. Of ok, each member named here must be equal; members not named are ignored. The texts of records and contents in messages that are sent may be compact.
 */
export interface Expectation {
  ok?: {
    [k: string]: unknown;
  };
  reject?: ExpectedRejection;
  held?: ExpectedHold;
}
export interface ExpectedRejection {
  /**
   * Every code that is right.
   */
  codes: string[];
}
export interface ExpectedHold {
  reason: string;
}
export interface AskedStep {
  operation: OperationName;
  /**
   * The params of the operation. replica is a name within the schedule; the judge gives each replica a name of its own.
   */
  input: {
    [k: string]: unknown;
  };
  /**
   * The query's cursor is next of the answer to the step at this position, from 0.
   */
  cursorFrom?: number;
  expect: Expectation;
}
export interface EndStep {
  /**
   * The process is ended by force and started again in the same directory.
   */
  end: true;
}
/**
 * A piece that stands there a number of times.
 */
export interface Repeated {
  repeat: string;
  times: number;
}

/** The closed list of reasons to reject, see RejectionCode. */
export type RejectionCodeName =
  | 'text-utf8'
  | 'text-json'
  | 'text-duplicate'
  | 'text-surrogate'
  | 'text-size'
  | 'text-depth'
  | 'text-null'
  | 'text-number'
  | 'text-range'
  | 'sync-text'
  | 'record-shape'
  | 'header-shape'
  | 'document-shape'
  | 'message-shape'
  | 'query-shape'
  | 'member-order'
  | 'sync-shape'
  | 'id-form'
  | 'address-form'
  | 'sigil-form'
  | 'space-unsupported'
  | 'hash-form'
  | 'signature-form'
  | 'path-form'
  | 'path-author'
  | 'path-immutable'
  | 'size-range'
  | 'sequence-range'
  | 'log-range'
  | 'query-cursor'
  | 'time-range'
  | 'content-type-form'
  | 'content-length'
  | 'hash-name'
  | 'content-form'
  | 'content-empty'
  | 'key-redundant'
  | 'previous-presence'
  | 'skip-presence'
  | 'message-size'
  | 'expires-order'
  | 'path-ephemeral'
  | 'path-permission'
  | 'path-content'
  | 'path-extension'
  | 'attachment-pair'
  | 'attachment-text'
  | 'timestamp-future'
  | 'expired'
  | 'clock-blocked'
  | 'signature-invalid'
  | 'seed-mismatch'
  | 'content-size'
  | 'content-hash'
  | 'feed-mismatch'
  | 'sequence-order'
  | 'previous-mismatch'
  | 'skip-mismatch'
  | 'timestamp-order'
  | 'proof-path'
  | 'proof-link'
  | 'sync-turn'
  | 'version-unsupported'
  | 'address-foreign'
  | 'auth-invalid'
  | 'space-unknown'
  | 'clock-apart'
  | 'range-form'
  | 'range-order'
  | 'range-answer'
  | 'range-count';
