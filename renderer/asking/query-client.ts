import { QueryClient } from '@tanstack/react-query';

/** The app is on this machine: asking again when a page opens costs nothing, and another door may have written. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 2000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});
