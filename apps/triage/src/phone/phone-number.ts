/**
 * Whether a text holds what looks like a telephone number of the United Kingdom: ten or eleven digits from 0, or after
 * +44, in any grouping (Ofcom, National Telephone Numbering Plan). A warrant or collar number is shorter.
 */
export const holdsPhoneNumber = (text: string): boolean =>
  /(?<!\d)(?:(?:\+|00)44[\s().-]*(?:0[\s().-]*)?|\(?0[\s().-]*)[1-9](?:[\s().-]*\d){8,9}(?!\d)/.test(text)
