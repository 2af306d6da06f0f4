/** A base type that only its parser hands out. The brand is a string key, so types of two builds of this package agree. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };
