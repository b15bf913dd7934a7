/** A farewell is one only where it begins a sentence, and its name (group `name`, `yours` or `signed`) ends the line. */
export function isLastLine({ 0: all, index, input, groups }: RegExpExecArray, before: string): boolean {
  const name = groups?.name ?? groups?.yours ?? groups?.signed
  const begins = before === "" || /[.!?\n,]\s*$/.test(before)
  const ends = /^[ .!x]{0,5}(?:\s*\n|\s*\d|\s*$)/u.test(input.slice(index + all.length, index + all.length + 12))
  return begins && ends && (name === undefined || /^\p{Lu}/u.test(name))
}
