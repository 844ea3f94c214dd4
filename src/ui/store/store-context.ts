import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ViewerStore } from './store.js';

export const StoreContext = createContext<ViewerStore | null>(null);

/** The store of the viewer that a component is in. */
export function useStore(): ViewerStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('no store around this component');
  return store;
}
