"""Translate on a Dask cluster: `pip install bilingual-news[cluster]`.

The client reads articles and writes catalogs; workers translate batches with a model that they load
once. Nothing outside this package imports Dask, and nothing imports this package unless a cluster is
asked for.
"""

from bilingual_news.scale.cluster.crew import Patience
from bilingual_news.scale.cluster.executor import Cluster
from bilingual_news.scale.cluster.shipping import ShippedModel, ship
from bilingual_news.scale.cluster.worker import Work, work_of

__all__ = ["Cluster", "Patience", "ShippedModel", "Work", "ship", "work_of"]
