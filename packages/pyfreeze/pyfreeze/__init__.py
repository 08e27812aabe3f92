"""The Python side of pyfreeze: what runs in Pyodide while an image is made, and what makes bytecode small."""
