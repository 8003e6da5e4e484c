/// What Entente writes of GEXF 1.3, as an XML Schema: stricter than the format's own, since it allows only what is used
/// and knows that edges join nodes.
enum GEXFSchema {
  static let text = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:g="http://gexf.net/1.3"
        targetNamespace="http://gexf.net/1.3" elementFormDefault="qualified">
      <xs:simpleType name="id">
        <xs:restriction base="xs:string"><xs:pattern value="[a-z0-9][a-z0-9.\-]*"/></xs:restriction>
      </xs:simpleType>
      <xs:complexType name="values">
        <xs:sequence>
          <xs:element name="attvalue" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:attribute name="for" type="g:id" use="required"/>
              <xs:attribute name="value" type="xs:string" use="required"/>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>
      <xs:complexType name="attributes">
        <xs:sequence>
          <xs:element name="attribute" maxOccurs="unbounded">
            <xs:complexType>
              <xs:attribute name="id" type="g:id" use="required"/>
              <xs:attribute name="title" type="g:id" use="required"/>
              <xs:attribute name="type" use="required">
                <xs:simpleType>
                  <xs:restriction base="xs:string"><xs:pattern value="string|integer|double"/></xs:restriction>
                </xs:simpleType>
              </xs:attribute>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="class" use="required">
          <xs:simpleType>
            <xs:restriction base="xs:string"><xs:pattern value="node|edge"/></xs:restriction>
          </xs:simpleType>
        </xs:attribute>
        <xs:attribute name="mode" fixed="static"/>
      </xs:complexType>
      <xs:complexType name="node">
        <xs:sequence><xs:element name="attvalues" type="g:values"/></xs:sequence>
        <xs:attribute name="id" type="g:id" use="required"/>
        <xs:attribute name="label" type="xs:string" use="required"/>
        <xs:attribute name="start" type="xs:date"/>
        <xs:attribute name="end" type="xs:date"/>
      </xs:complexType>
      <xs:complexType name="edge">
        <xs:sequence><xs:element name="attvalues" type="g:values"/></xs:sequence>
        <xs:attribute name="id" type="g:id" use="required"/>
        <xs:attribute name="source" type="g:id" use="required"/>
        <xs:attribute name="target" type="g:id" use="required"/>
        <xs:attribute name="kind" type="g:id" use="required"/>
        <xs:attribute name="label" type="xs:string" use="required"/>
        <xs:attribute name="start" type="xs:date"/>
        <xs:attribute name="end" type="xs:date"/>
      </xs:complexType>
      <xs:complexType name="graph">
        <xs:sequence>
          <xs:element name="attributes" type="g:attributes" minOccurs="2" maxOccurs="2"/>
          <xs:element name="nodes">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="node" type="g:node" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
              <xs:attribute name="count" type="xs:nonNegativeInteger" use="required"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="edges">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="edge" type="g:edge" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
              <xs:attribute name="count" type="xs:nonNegativeInteger" use="required"/>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="mode" fixed="dynamic" use="required"/>
        <xs:attribute name="defaultedgetype" fixed="directed" use="required"/>
        <xs:attribute name="idtype" fixed="string" use="required"/>
        <xs:attribute name="timeformat" fixed="date" use="required"/>
        <xs:attribute name="timerepresentation" fixed="interval" use="required"/>
      </xs:complexType>
      <xs:element name="gexf">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="meta">
              <xs:complexType>
                <xs:sequence><xs:element name="creator" type="xs:string"/></xs:sequence>
              </xs:complexType>
            </xs:element>
            <xs:element name="graph" type="g:graph">
              <xs:key name="nodeID">
                <xs:selector xpath="g:nodes/g:node"/><xs:field xpath="@id"/>
              </xs:key>
              <xs:key name="edgeID">
                <xs:selector xpath="g:edges/g:edge"/><xs:field xpath="@id"/>
              </xs:key>
              <xs:keyref name="source" refer="g:nodeID">
                <xs:selector xpath="g:edges/g:edge"/><xs:field xpath="@source"/>
              </xs:keyref>
              <xs:keyref name="target" refer="g:nodeID">
                <xs:selector xpath="g:edges/g:edge"/><xs:field xpath="@target"/>
              </xs:keyref>
            </xs:element>
          </xs:sequence>
          <xs:attribute name="version" fixed="1.3" use="required"/>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """#
}
