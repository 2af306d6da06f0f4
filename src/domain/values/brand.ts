/** A base type whose values only its parser returns. The brand is a string key, so types from two builds of this package are compatible. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };
