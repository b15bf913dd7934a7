/** Bytes of one piece of a sealed file; its last may have fewer. */
export const PIECE_BYTES = 1_048_576
