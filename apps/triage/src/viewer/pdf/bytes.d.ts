/** Files that the build puts into a script as bytes. */
declare module "*.pfb" {
  const bytes: Uint8Array
  export default bytes
}
declare module "*.ttf" {
  const bytes: Uint8Array
  export default bytes
}
declare module "*.wasm" {
  const bytes: Uint8Array
  export default bytes
}
/** Puts its message handler where the library looks before it starts a worker. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs"
