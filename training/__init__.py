"""Trains, evaluates and packs the platform's own models."""
