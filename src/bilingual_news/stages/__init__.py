"""The stages between reading and translating: normalisation, segmentation, chunks."""
