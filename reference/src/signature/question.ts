/** Whether a signature is valid: 32 bytes of key, any message, 64 bytes of signature, if they come as they should. */
export interface SignatureQuestion {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}
