/** Where a value stands, which says how sure it is that it must not stay. */
export type Place = 'cookie' | 'authorization' | 'password' | 'person' | 'typed' | 'field';

/** What is done with the values of traffic: each is given back as it is to be written. */
export interface Visitor {
  value(place: Place, name: string, value: string): string;
  isPassword(name: string): boolean;
  /** True for what somebody typed to be let in, whatever it is called. */
  isTyped(name: string, value: string): boolean;
}
