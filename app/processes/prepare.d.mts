/** The folder of the compiled verifier, if it is made of the sources as they are now. */
export function findCompiledVerifier(): string | undefined;
