"""Read facts (numbers, money, dates, times, phones) from Thai and English, and compare them.

Below the model: checks use it, and so may engines and reviewers.
"""
