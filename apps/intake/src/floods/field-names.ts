/** Browser and server: names of the fields that the gate needs in a form. */
export const GATE_FIELDS = { challenge: "challenge", proof: "proof", filled: "postal", asked: "asked" } as const
