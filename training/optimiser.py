"""Muon for the weight matrices, Adam for the rest, with bfloat16 working copies.

Muon (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/) replaces the momentum of a
matrix by its nearest semi-orthogonal matrix, found by five Newton-Schulz steps.
"""

from collections.abc import Iterable

import torch
from torch import Tensor, nn

_A, _B, _C = 3.4445, -4.7750, 2.0315  # quintic coefficients of the Muon reference


def orthogonalise(batch: Tensor, steps: int = 5) -> Tensor:
    """Return the approximate orthogonal factor of each matrix of a (count, m, n) batch."""
    x = batch.bfloat16()
    flip = x.shape[1] > x.shape[2]
    x = x.transpose(1, 2).contiguous() if flip else x
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.transpose(1, 2)
        poly = torch.baddbmm(gram, gram, gram, beta=_B, alpha=_C)
        x = torch.baddbmm(x, poly, x, beta=_A)
    return x.transpose(1, 2) if flip else x


class Optimiser:
    """Keeps float32 masters of a bfloat16 model and updates both."""

    def __init__(self, model: nn.Module) -> None:
        """Split the parameters: square blocks of the linear layers to Muon, the rest to Adam."""
        self.params = dict(model.named_parameters())
        self.master = {k: p.detach().float().clone() for k, p in self.params.items()}
        self.matrices = [k for k, p in self.params.items() if p.dim() == 2 and k != "table"]
        self.others = [k for k in self.params if k not in set(self.matrices)]
        self.momentum = {k: torch.zeros_like(v) for k, v in self.master.items()}
        self.second = {k: torch.zeros_like(self.master[k]) for k in self.others}
        self.steps = 0
        self.sync()

    def sync(self) -> None:
        """Copy the masters into the working model."""
        with torch.no_grad():
            torch._foreach_copy_(list(self.params.values()), list(self.master.values()))

    @torch.no_grad()
    def step(self, lr_matrix: float, lr_other: float, clip: float = 1.0) -> float:
        """Apply one update from the gradients of the working model; return their norm."""
        self.steps += 1
        grads = {k: p.grad.float() for k, p in self.params.items()}
        norm = torch.stack(torch._foreach_norm(list(grads.values()))).norm().item()
        self._adam(grads, lr_other, min(1.0, clip / (norm + 1e-6)))
        self._muon(grads, lr_matrix)
        self.sync()
        for p in self.params.values():
            p.grad = None
        return norm

    def _adam(self, grads: dict[str, Tensor], lr: float, scale: float) -> None:
        """Update embeddings, norms and biases."""
        first, second = 0.9, 0.98
        fix1, fix2 = 1 - first**self.steps, 1 - second**self.steps
        for k in self.others:
            g = grads[k] * scale
            m = self.momentum[k].lerp_(g, 1 - first)
            v = self.second[k].mul_(second).addcmul_(g, g, value=1 - second)
            self.master[k].addcdiv_(m, (v / fix2).sqrt_().add_(1e-9), value=-lr / fix1)

    def _muon(self, grads: dict[str, Tensor], lr: float, beta: float = 0.95) -> None:
        """Update the weight matrices, grouped by shape so that the products are batched."""
        groups: dict[torch.Size, list[tuple[Tensor, Tensor]]] = {}
        for k in self.matrices:
            m = self.momentum[k].lerp_(grads[k], 1 - beta)
            update = grads[k].lerp_(m, beta)
            for target, block in zip(blocks(self.master[k]), blocks(update), strict=True):
                groups.setdefault(block.shape, []).append((target, block))
        for shape, pairs in groups.items():
            fresh = orthogonalise(torch.stack([b for _, b in pairs]))
            size = lr * max(1.0, shape[0] / shape[1]) ** 0.5
            for (target, _), new in zip(pairs, fresh, strict=True):
                target.mul_(1 - 0.05 * lr).add_(new.float(), alpha=-size)

    def state(self) -> dict[str, object]:
        """Return a compact state: masters and moments in bfloat16."""
        pack = {
            n: {k: v.bfloat16() for k, v in getattr(self, n).items()}
            for n in ("momentum", "second")
        }
        return {**pack, "master": self.master, "steps": self.steps}

    def load(self, state: dict[str, object]) -> None:
        """Take up a saved state; moments may be missing (a start from weights alone)."""
        for name in ("master", "momentum", "second"):
            for k, v in state.get(name, {}).items():
                getattr(self, name)[k].copy_(v)
        self.steps = state.get("steps", 0) if "second" in state else 0
        self.sync()


def blocks(matrix: Tensor) -> Iterable[Tensor]:
    """Return the fused projections one by one (query, key, value), other matrices whole."""
    rows, columns = matrix.shape
    fused = rows in {2 * columns, 3 * columns}
    return matrix.view(rows // columns, columns, columns).unbind(0) if fused else (matrix,)
