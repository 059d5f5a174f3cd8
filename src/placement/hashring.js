// The package speaks CommonJS and has no types; its types are in the file beside this one.
export { default } from 'hashring';
