/**
 * The platform's `AbortSignal`, or its shape where a project compiles with neither the types of DOM nor those of Node: a
 * declaration that names a global type would not compile there.
 */
export type CallerSignal = typeof globalThis extends { readonly AbortSignal: { readonly prototype: infer Signal } }
  ? Signal
  : AbortSignalLike;

/** The shape alone. At run time pass an `AbortSignal` of the platform: every supported one has it. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  /** Calls the listener once the signal fires. */
  addEventListener(type: "abort", listener: () => void): void;
  /** Takes the listener back. */
  removeEventListener(type: "abort", listener: () => void): void;
}
