// Generated from schemas/v1 by scripts/types.ts: change the schema, then npm run generate.
import type * as types from './types.generated.ts';

/** What the first violation was; `errors` on the validator is null after an accepted value. */
export type Violation = { instancePath: string; schemaPath: string; keyword: string; message?: string };
export type Validator<T> = { (value: unknown): value is T; errors?: Violation[] | null };

export declare const validateContentTypes: Validator<types.KnownContent>;
export declare const validateDocumentHeader: Validator<types.DocumentHeader>;
export declare const validateEarthstarEs4: Validator<types.EarthstarEs4>;
export declare const validateEarthstarEs5: Validator<types.EarthstarEs5>;
export declare const validateIdentifiers: Validator<types.Identifiers>;
export declare const validateManifest: Validator<types.Manifest>;
export declare const validateMessageHeader: Validator<types.MessageHeader>;
export declare const validateRecord: Validator<types.Record>;
export declare const validateRejectionCodes: Validator<types.RejectionCodes>;
export declare const validateReport: Validator<types.Report>;
export declare const validateSsbMessage: Validator<types.SsbMessage>;
export declare const validateSubjectProtocol: Validator<types.SubjectProtocol>;
export declare const validateSubjectResponse: Validator<types.SubjectResponse>;
export declare const validateHelloResult: Validator<types.HelloResult>;
export declare const validateOperationResult: Validator<types.OperationResult>;
export declare const validateSyncMessage: Validator<types.SyncMessage>;
export declare const validateVectorFile: Validator<types.VectorFile>;
