@_exported public import EntenteModel
