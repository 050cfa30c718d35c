import { useEffect, useState } from 'preact/hooks';
import { refusalOf, sourceOf } from './source.ts';
import type { Action } from './state.ts';

/** Opens a file as a record, or says in words why not. */
export const openFile = async (file: File | undefined, dispatch: (action: Action) => void): Promise<void> => {
  if (file === undefined) return;
  const refusal = refusalOf(file);
  if (refusal !== undefined) return dispatch({ type: 'fault', fault: refusal });
  try {
    dispatch({ type: 'open', source: sourceOf(new Uint8Array(await file.arrayBuffer())), name: file.name });
  } catch {
    // The system's own words differ; what matters is the same.
    dispatch({ type: 'fault', fault: `${file.name} cannot be read.` });
  }
};

/** Files are dropped anywhere on the page: beside the field a browser would leave the page for the file. Whether one is over it now. */
export const useDrop = (dispatch: (action: Action) => void): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void openFile(file, dispatch);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
};
