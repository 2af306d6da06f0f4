/**
 * The platform's `AbortSignal`, or its shape if a project compiles with the types of neither DOM nor Node: a declaration
 * that names a global type would not compile there. At run time pass the platform's own: every supported platform has one.
 */
export type CallerSignal = typeof globalThis extends { readonly AbortSignal: { readonly prototype: infer Signal } }
  ? Signal
  : {
      readonly aborted: boolean;
      /** Calls the listener once the signal fires. */
      addEventListener(type: "abort", listener: () => void): void;
      /** Removes the listener. */
      removeEventListener(type: "abort", listener: () => void): void;
    };
